def hub = context.get('hub')
try {
  def log = new File(basedir, 'build.log').text
  def asked = context.get('asked')

  assert log.contains('Fetched minilm (onnx-fp32, 1.0 MB)')
  // The hub and the CDN, which are different hosts, and nothing got past the proxy.
  assert asked.every { it.startsWith('CONNECT localhost:') || it.startsWith('CONNECT 127.0.0.1:') }
  assert asked.any { it.startsWith('CONNECT localhost:') }
  assert asked.any { it.startsWith('CONNECT 127.0.0.1:') }
  assert asked.every { it.contains('Proxy-Authorization') }
  assert !log.contains('hf_token_of_the_build')
} finally {
  context.get('proxy').close()
  hub.close()
}
