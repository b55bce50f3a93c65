import com.sun.net.httpserver.HttpServer
import dev.larder.testkit.hub.Content
import dev.larder.testkit.hub.StandInHub
import java.util.zip.ZipEntry
import java.util.zip.ZipOutputStream

def hub = StandInHub.start()
hub.repository('acme/embed')
    .privateRepository('hf_token_of_the_build')
    .commit('0123456789abcdef0123456789abcdef01234567')
    .largeFile('onnx/model.onnx', Content.seeded(1, 1_000_000))
    .largeFile('tokenizer.json', Content.seeded(2, 1_000))

def bytes = new ByteArrayOutputStream()
new ZipOutputStream(bytes).withCloseable { zip ->
  ['mein modell (v2) #1 100%.onnx', 'tokenizer.json'].each {
    zip.putNextEntry(new ZipEntry(it))
    zip.write("the content of ${it}".bytes)
  }
}
def login = 'Basic ' + 'builder:password_of_the_repository'.bytes.encodeBase64()
def asked = Collections.synchronizedList([])
def repository = HttpServer.create(new InetSocketAddress(InetAddress.loopbackAddress, 0), 0)
repository.createContext('/') { exchange ->
  def authorised = exchange.requestHeaders.getFirst('Authorization') == login
  def found = exchange.requestURI.path == '/com/acme/models/rank/1.0/rank-1.0.zip'
  asked << "${exchange.requestURI.path} ${authorised}".toString()
  if (!authorised) {
    exchange.responseHeaders.set('WWW-Authenticate', 'Basic realm="models"')
  }
  def sends = authorised && found && exchange.requestMethod == 'GET'
  exchange.sendResponseHeaders(authorised ? (found ? 200 : 404) : 401, sends ? bytes.size() : -1)
  if (sends) {
    exchange.responseBody.write(bytes.toByteArray())
  }
  exchange.close()
}
repository.start()

def trustStore = new File(basedir, 'trust.p12')
hub.tls().writeTrustStore(trustStore.toPath(), 'changeit')
context.get('userProperties').putAll([
    'acme.repository': "http://localhost:${repository.address.port}/".toString(),
    'models.endpoint': hub.endpoint(),
    'javax.net.ssl.trustStore': trustStore.path,
    'javax.net.ssl.trustStorePassword': 'changeit',
])
context.put('hub', hub)
context.put('repository', repository)
context.put('asked', asked)
// Or an earlier run's would be found there, and nobody asked.
new File(localRepositoryPath.toString(), 'com/acme/models').deleteDir()
return true
