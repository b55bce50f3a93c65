// What was wrong is said behind the words that the build failed.
def runs = new File(basedir, 'build.log').text.split(/BUILD (SUCCESS|FAILURE)/, -1)
def compact = { String text -> text.replaceAll(/\[ERROR\]|\s/, '') }
def pom = compact(new File(basedir, 'pom.xml').text.replace('${larder.version}', larderVersion))

[1, 2].each { failed ->
  def said = runs[failed]
  assert said.contains('[Models/NotProcessed] com.acme.Advice declares a model, and no manifest was written for it')
  assert said.contains("Kotlin's compiler")
  def remedy = compact(said[said.indexOf('<execution>')..<said.indexOf('  More: ')])
  assert remedy.contains('<goal>kapt</goal>') && pom.contains(remedy)
}
assert runs[2].contains('Fetched tiny-chat')
assert runs[2].contains('Injected into Kotlin: dev.larder.')
assert runs[3].contains('2 declared models: locked')

def manifest = new File(basedir, 'target/classes/META-INF/larder/models.json').text
assert manifest.contains('com.acme.Advice') && manifest.contains('com.acme.Search')
