def hub = context.get('hub')
def proxy = context.get('proxy')
try {
  // What was wrong is said behind the words that the build failed.
  def runs = new File(basedir, 'build.log').text.split(/BUILD (SUCCESS|FAILURE)/, -1)

  assert runs[1].contains('[Models/DownloadFailed]')
  assert runs[1].contains('this JVM does not trust "CN=Acme Root", which is behind the certificate of localhost')
  assert runs[1].contains('-Djavax.net.ssl.trustStore=<file> in MAVEN_OPTS or .mvn/jvm.config')
  assert runs[1].contains('Fetched minilm (gguf-q8_0, 1.0 MB)')
  // The hub and the CDN, and nothing got past the proxy.
  assert proxy.tunnels().any { it.startsWith('localhost:') }
  assert proxy.tunnels().any { it.startsWith('127.0.0.1:') }
  assert hub.log().leaks().isEmpty()
} finally {
  proxy.close()
  hub.close()
}
