import dev.larder.testkit.tls.CertificateAuthority
import mockwebserver3.Dispatcher
import mockwebserver3.MockResponse
import mockwebserver3.MockWebServer
import mockwebserver3.RecordedRequest
import okio.Buffer

/** A repository manager for one user, that has what the outer build's local repository has. */
class Manager extends Dispatcher {
  static final String LOGIN = 'Basic ' + 'builder:pass-of-the-manager'.bytes.encodeBase64()
  final File content
  /** What it sends in place of a model, if anything. */
  volatile String page
  final List<String> asked = Collections.synchronizedList([])

  Manager(File content) {
    this.content = content
  }

  @Override
  MockResponse dispatch(RecordedRequest request) {
    def path = request.url.encodedPath()
    asked << path
    def answer = new MockResponse.Builder()
    if (!path.startsWith('/all/')) {
      return answer.code(404).build()
    }
    if (request.headers['Authorization'] != LOGIN) {
      return answer.code(401).addHeader('WWW-Authenticate', 'Basic realm="acme"').build()
    }
    if (page && path.endsWith('.jar')) {
      return answer.addHeader('Content-Type', 'text/html').body(page).build()
    }
    def file = new File(content, path.substring('/all/'.length()))
    if (!file.file) {
      return answer.code(404).build()
    }
    return request.method == 'HEAD'
        ? answer.setHeader('Content-Length', file.length()).build()
        : answer.body(new Buffer().write(file.bytes)).build()
  }
}

// What another run of this scenario brought.
new File(localRepositoryPath.toString(), 'dev/langchain4j').deleteDir()

def tls = CertificateAuthority.named('Acme').certify('localhost')
def trustStore = new File(basedir, 'trust.p12')
tls.trust().writeTrustStore(trustStore.toPath(), 'changeit')
def manager = new Manager(new File(outerRepository))
def server = new MockWebServer()
server.useHttps(tls.sockets())
server.dispatcher = manager
server.start(InetAddress.getByName('localhost'), 0)

new File(basedir, 'global-settings.xml').text = """<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
  <mirrors>
    <mirror>
      <id>acme-manager</id>
      <mirrorOf>*</mirrorOf>
      <url>https://localhost:${server.port}/all</url>
    </mirror>
  </mirrors>
  <servers>
    <server>
      <id>acme-manager</id>
      <username>builder</username>
      <password>pass-of-the-manager</password>
    </server>
  </servers>
</settings>
"""
context.get('userProperties').putAll([
    'models.endpoint': "https://localhost:${server.port}/hub".toString(),
    'javax.net.ssl.trustStore': trustStore.path,
    'javax.net.ssl.trustStorePassword': 'changeit',
])
context.put('server', server)
context.put('manager', manager)
return true
