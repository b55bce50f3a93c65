def hub = context.get('hub')
try {
  def log = new File(basedir, 'build.log').text
  def runs = log.split('BUILD SUCCESS', -1)

  assert runs.length == 6
  assert runs[0].contains('Fetching minilm:onnx-fp32 model.onnx, 30.0 MB')
  assert runs[0].contains('model.onnx: complete, 30.0 MB in ')
  assert runs[0].contains('Fetched minilm (onnx-fp32, 30.0 MB)')
  assert !runs[0].contains('Locked')
  (1..3).each { assert !runs[it].contains('Fetch') && runs[it].contains('1 declared model is in the store') }
  assert runs[4].contains('is intact (30.0 MB)')

  assert !hub.log().downloads('model.onnx').isEmpty()
  assert hub.log().bytesServedAgain('model.onnx') == 0
  assert hub.log().leaks().isEmpty()
  assert !new File(basedir, 'store/cache/partial').list()
} finally {
  hub.close()
}
