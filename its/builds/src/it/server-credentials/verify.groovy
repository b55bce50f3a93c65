def hub = context.get('hub')
try {
  def log = new File(basedir, 'build.log').text

  def terms = log.indexOf('The licence of embeddinggemma, Gemma Terms of Use, is not an open-source one')
  def gate = log.indexOf('The repository of embeddinggemma is gated')
  def start = log.indexOf('Fetching embeddinggemma:gguf-q8_0')
  assert 0 <= terms && terms < gate && gate < start
  assert log.contains('Fetched embeddinggemma (gguf-q8_0, 1.0 MB)')
  assert !log.contains('hf_token_of_the_build')
  assert hub.log().requests().any { it.hasAuthorization() }
  assert hub.log().leaks().isEmpty()
  assert !new File(basedir, 'store/models.lock').text.contains('hf_token')
} finally {
  hub.close()
}
