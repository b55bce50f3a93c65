def hub = context.get('hub')
try {
  def runs = new File(basedir, 'build.log').text.split('BUILD SUCCESS', -1)
  def lock = new File(basedir, 'models.lock').text

  assert runs[0].contains('+ minilm: gguf-q8_0, 0123456789012345678901234567890123456789, 1.0 MB')
  assert runs[0].contains('Locked in ' + new File(basedir, 'models.lock'))
  assert lock.contains('integrity = "hub"')
  assert lock.contains(context.get('sha256'))
  assert runs[1].contains('"changes": [ ]')
  assert runs[1].contains('Fetched minilm (gguf-q8_0, 1.0 MB)')
  assert !runs[1].contains('Locked in')
  assert hub.log().leaks().isEmpty()
} finally {
  hub.close()
}
