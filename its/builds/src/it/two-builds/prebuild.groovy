def standIn = evaluate(new File(sharedScripts, 'stand-in-hub.groovy'))(model: 'minilm', size: 120_000_000)
standIn.lockIn(basedir)
standIn.openTo(context, basedir)

// Another checkout of the same project, built by another Maven.
def other = new File(basedir, 'other')
basedir.eachFileRecurse(groovy.io.FileType.FILES) { file ->
  def name = basedir.toPath().relativize(file.toPath()).toString()
  if (name in ['pom.xml', 'models.lock'] || name.startsWith('src')) {
    def copy = new File(other, name)
    copy.parentFile.mkdirs()
    copy.bytes = file.bytes
  }
}
def settings = new File(other, 'settings.xml')
settings.text = new File(outerSettings).text.replace('@localRepositoryUrl@', new File(outerRepository).toURI().toString())
def maven = evaluate(new File(sharedScripts, 'maven.groovy'))(mavenHome as File, settings, localRepositoryPath as File)
context.put('other', maven.start(
    other, 'build.log', ['models:fetch'] + context.get('userProperties').collect { "-D${it.key}=${it.value}".toString() }))
return true
