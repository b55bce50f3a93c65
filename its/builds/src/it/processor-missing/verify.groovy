def log = new File(basedir, 'build.log').text

assert log.contains('[Models/NotProcessed] com.acme.Search declares a model, and no manifest was written')
assert log.contains('take proc none, or -proc:none, away from maven-compiler-plugin')
assert log.contains('<artifactId>models-processor</artifactId>')
assert log.contains("<version>${larderVersion}</version>")
assert !new File(basedir, 'models.lock').exists()
