def log = new File(basedir, 'build.log').text

assert log.contains('[Models/Offline]')
assert log.contains('all-MiniLM-L6-v2-Q8_0.gguf')
assert log.contains('mvn -o')
assert !new File(basedir, 'models.lock').exists()
