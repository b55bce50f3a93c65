def hub = context.get('hub')
try {
  def log = new File(basedir, 'build.log').text
  def runs = log.split('BUILD SUCCESS', -1)

  assert runs.length == 6
  assert runs[0].contains('Fetching minilm:gguf-q8_0 all-MiniLM-L6-v2-Q8_0.gguf, 30.0 MB')
  assert runs[0].contains('all-MiniLM-L6-v2-Q8_0.gguf: complete, 30.0 MB in ')
  assert runs[0].contains('Fetched minilm (gguf-q8_0, 30.0 MB)')
  assert !runs[0].contains('Locked')
  (1..3).each { assert !runs[it].contains('Fetch') && runs[it].contains('1 declared model is in the store') }
  assert runs[4].contains('is intact (30.0 MB)')

  assert !hub.log().downloads('all-MiniLM-L6-v2-Q8_0.gguf').isEmpty()
  assert hub.log().bytesServedAgain('all-MiniLM-L6-v2-Q8_0.gguf') == 0
  assert hub.log().leaks().isEmpty()
  assert !new File(basedir, 'store/cache/partial').list()
} finally {
  hub.close()
}
