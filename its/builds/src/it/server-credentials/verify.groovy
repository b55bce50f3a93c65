def hub = context.get('hub')
try {
  def log = new File(basedir, 'build.log').text

  assert log.contains('Fetched minilm (onnx-fp32, 1.0 MB)')
  assert !log.contains('hf_token_of_the_build')
  assert hub.log().requests().any { it.hasAuthorization() }
  assert hub.log().leaks().isEmpty()
  assert !new File(basedir, 'store/models.lock').text.contains('hf_token')
} finally {
  hub.close()
}
