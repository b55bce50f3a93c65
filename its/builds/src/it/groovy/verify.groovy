// What was wrong is said behind the words that the build failed.
def runs = new File(basedir, 'build.log').text.split(/BUILD (SUCCESS|FAILURE)/, -1)
def compact = { String text -> text.replaceAll(/\[ERROR\]|\s/, '') }
def said = runs[1]

assert said.contains('[Models/NotProcessed] com.acme.Search declares a model, and no manifest was written for it')
assert said.contains("Groovy's compiler") && said.contains("models-processor ${larderVersion}")
def remedy = compact(said[said.indexOf('<execution>')..<said.indexOf('  More: ')])
assert remedy.contains('<goal>generateStubs</goal>')
assert compact(new File(basedir, 'pom.xml').text).contains(remedy)
assert runs[1].contains('Fetched tiny')
assert runs[2].contains('1 declared model: locked')
