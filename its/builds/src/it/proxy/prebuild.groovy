import java.util.concurrent.CopyOnWriteArrayList

def standIn = evaluate(new File(sharedScripts, 'stand-in-hub.groovy'))(model: 'minilm', size: 1_000_000)
standIn.lockIn(basedir)

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
standIn.openTo(context, basedir)
context.put('proxy', proxy)
context.put('asked', asked)
return true
