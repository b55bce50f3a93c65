import dev.larder.testkit.hub.Content
import dev.larder.testkit.hub.StandInHub

def revision = '544f204f2eaa2d71361ffc74d6df7170285b286a'
def model = Content.seeded(1, 120_000_000)
def hub = StandInHub.start()
hub.repository('second-state/All-MiniLM-L6-v2-Embedding-GGUF')
    .commit(revision)
    .largeFile('model.onnx', model)

// What is locked goes before the catalog: these are not the bytes of the real model.
new File(basedir, 'models.lock').text = """\
version = 1

[minilm]
variant = "onnx-fp32"
source = "hf:second-state/All-MiniLM-L6-v2-Embedding-GGUF"
revision = "${revision}"
dimensions = 384
licence = "Apache-2.0"
integrity = "catalog"

[[minilm.files]]
role = "model"
path = "model.onnx"
sha256 = "${model.sha256()}"
size = ${model.length()}
"""

def trustStore = new File(basedir, 'trust.p12')
hub.tls().writeTrustStore(trustStore.toPath(), 'changeit')
context.get('userProperties').putAll([
    'models.endpoint': hub.endpoint(),
    'javax.net.ssl.trustStore': trustStore.path,
    'javax.net.ssl.trustStorePassword': 'changeit',
])

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
def command = [
    new File(mavenHome, 'bin/mvn').path, '-B', '-s', settings.path,
    "-Dmaven.repo.local=${localRepositoryPath}", 'models:fetch',
] + context.get('userProperties').collect { "-D${it.key}=${it.value}" }
def build = new ProcessBuilder(command*.toString())
build.directory(other).redirectErrorStream(true).redirectOutput(new File(other, 'build.log'))
context.put('other', build.start())
context.put('hub', hub)
return true
