import dev.larder.testkit.hub.Content
import dev.larder.testkit.hub.StandInHub
import java.util.concurrent.CopyOnWriteArrayList

def revision = '544f204f2eaa2d71361ffc74d6df7170285b286a'
def model = Content.seeded(1, 1_000_000)
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

// A proxy that tunnels for whoever says the right name, and keeps what it was asked.
def login = 'Basic ' + 'builder:hf_token_of_the_build'.bytes.encodeBase64()
def asked = new CopyOnWriteArrayList<String>()
def proxy = new ServerSocket(0, 50, InetAddress.loopbackAddress)
def pump = { InputStream from, OutputStream to ->
  Thread.startDaemon { try { from.transferTo(to); to.close() } catch (IOException e) { } }
}
Thread.startDaemon {
  while (!proxy.closed) {
    def client
    try { client = proxy.accept() } catch (IOException e) { return }
    def head = new StringBuilder()
    while (!head.toString().endsWith('\r\n\r\n')) {
      head.append((char) client.inputStream.read())
    }
    asked.add(head.toString())
    if (!head.contains("Proxy-Authorization: ${login}")) {
      client.outputStream.write('HTTP/1.1 407 Who?\r\nProxy-Authenticate: Basic realm="x"\r\nContent-Length: 0\r\n\r\n'.bytes)
      client.close()
      continue
    }
    def target = head.toString().split(' ')[1].split(':')
    def server = new Socket(target[0], target[1] as int)
    client.outputStream.write('HTTP/1.1 200 Here\r\n\r\n'.bytes)
    pump(client.inputStream, server.outputStream)
    pump(server.inputStream, client.outputStream)
  }
}

def settings = new File(basedir, 'global-settings.xml')
settings.text = settings.text.replace('${proxy.port}', proxy.localPort as String)
def trustStore = new File(basedir, 'trust.p12')
hub.tls().writeTrustStore(trustStore.toPath(), 'changeit')
context.get('userProperties').putAll([
    'models.endpoint': hub.endpoint(),
    'javax.net.ssl.trustStore': trustStore.path,
    'javax.net.ssl.trustStorePassword': 'changeit',
])
context.put('hub', hub)
context.put('proxy', proxy)
context.put('asked', asked)
return true
