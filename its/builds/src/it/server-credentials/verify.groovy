def hub = context.get('hub')
try {
  def log = new File(basedir, 'build.log').text

  def terms = log.indexOf('The licence of embeddinggemma:onnx-int8, Gemma Terms of Use, is not an open-source one')
  def gate = log.indexOf('The repository of embeddinggemma:onnx-int8 is gated')
  def start = log.indexOf('Fetching embeddinggemma:onnx-int8')
  assert 0 <= terms && terms < gate && gate < start
  assert log.contains('Fetched embeddinggemma:onnx-int8 (onnx-int8, 1.0 MB)')
  assert !log.contains('hf_token_of_the_build')
  assert hub.log().requests().any { it.hasAuthorization() }
  assert hub.log().leaks().isEmpty()
  assert !new File(basedir, 'store/models.lock').text.contains('hf_token')
} finally {
  hub.close()
}
