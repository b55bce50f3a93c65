def hub = context.get('hub')
try {
  // What was wrong is said behind the words that the build failed.
  def runs = new File(basedir, 'build.log').text.split(/BUILD (SUCCESS|FAILURE)/, -1)
  def lock = new File(basedir, 'models.lock').text

  assert runs[0].contains('Fetched acme-web (onnx, ')
  assert lock =~ /\[acme-web]\nvariant = "onnx"\nsource = "https:\/\/localhost:\d+\/acme\/web\/resolve\//
  assert lock.contains('integrity = "definition"')
  assert runs[2].contains('[Models/ChecksumMismatch]')
  assert runs[3].contains('[Models/DimensionMismatch]')
  assert runs[3] =~ /com\.acme\.Store.*, while models\.lock has 128/
  assert hub.log().leaks().isEmpty()
} finally {
  hub.close()
}
