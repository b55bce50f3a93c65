def hub = context.get('hub')
try {
  def log = new File(basedir, 'build.log').text
  def lock = new File(basedir, 'application/models.lock').text
  def library = new File(basedir, 'library/models.lock').text

  assert log.split('BUILD SUCCESS', -1).length == 6
  assert lock.contains('[acme-embed]\nvariant = "onnx"\nsource = "hf:acme/embed"')
  assert lock.contains('dimensions = 384') && lock.contains('integrity = "hub"')
  assert lock.contains('[acme-local]') && lock.contains('source = "file:models"')
  assert lock.contains('[acme-rank]') && lock.contains('source = "mvn:com.acme.models:rank:1.0:zip"')
  assert lock.count('integrity = "definition"') == 2
  assert lock.contains('path = "mein modell (v2) #1 100%.onnx"')
  assert library.contains('[acme-rank]') && !library.contains('[acme-embed]')
  assert log.count('Fetched acme-rank') == 1
  assert new File(basedir, 'library/target/classes/larder/names/default-embed.json').exists()

  def runs = log.split('BUILD SUCCESS', -1)
  assert runs[3].contains('@Inject @UsesModel("default-embed") EmbeddingEngine engine;')
  assert runs[3] =~ /Locked +acme-local: onnx/
  assert runs[3] =~ '(?m)/cache/models/acme-embed/onnx/0123456789abcdef0123456789abcdef01234567/onnx/model.onnx$'
  assert runs[3] =~ /acme-embed:onnx@\S+ is intact/
  assert runs[3].contains('acme-embed:onnx is in the store already')
  assert runs[3].contains('application/target/models.zip')
  assert runs[4] =~ /acme-embed +embedding +bert +384 .* onnx since/
  assert runs[4] =~ /acme-local +rerank /
  assert runs[4].contains('projection semantic of acme-embed: not trained yet')

  assert hub.log().requests().any { it.hasAuthorization() }
  assert hub.log().leaks().isEmpty()
  assert context.get('asked').contains('/com/acme/models/rank/1.0/rank-1.0.zip true')
  for (secret in ['hf_token_of_the_build', 'password_of_the_repository']) {
    assert !log.contains(secret)
    assert !new File(basedir, 'store/models.lock').text.contains(secret)
  }
} finally {
  hub.close()
  context.get('repository').stop(0)
}
