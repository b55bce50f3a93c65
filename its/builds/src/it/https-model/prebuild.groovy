import dev.larder.testkit.hub.Content
import dev.larder.testkit.hub.StandInHub

def commit = '0123456789abcdef0123456789abcdef01234567'
def contents = ['onnx/model.onnx': Content.seeded(1, 1_000_000), 'mein tokenizer #1 100%.json': Content.seeded(2, 1_000)]
def hub = StandInHub.start()
def repository = hub.repository('acme/web').commit(commit)
contents.each { path, content -> repository.largeFile(path, content) }

def source = new File(basedir, 'src/main/java/com/acme/Search.java')
source.text = contents.inject(source.text.replace('the folder', "${hub.endpoint()}/acme/web/resolve/${commit}")) {
  text, path, content -> text.replace("the digest of ${path}", content.sha256())
}

def trustStore = new File(basedir, 'trust.p12')
hub.tls().writeTrustStore(trustStore.toPath(), 'changeit')
context.get('userProperties').putAll([
    'javax.net.ssl.trustStore': trustStore.path,
    'javax.net.ssl.trustStorePassword': 'changeit',
])
context.put('hub', hub)
context.put('repository', repository)
return true
