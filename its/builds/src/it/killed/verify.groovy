import java.security.MessageDigest

def interpolated = new File(basedir.parentFile, 'interpolated-settings.xml')
def maven = evaluate(new File(sharedScripts, 'maven.groovy'))(mavenHome as File, interpolated, localRepositoryPath as File)
def arguments = ['--offline', '-Dmodels.dir=killed', '-Dmodels.sources=maven', 'models:fetch']
def store = new File(basedir, 'killed')
def sha256 = { File file -> MessageDigest.getInstance('SHA-256').digest(file.bytes).encodeHex().toString() }
def files = { String folder ->
  def found = []
  new File(store, folder).with { if (it.directory) it.eachFileRecurse(groovy.io.FileType.FILES) { found << it } }
  found.findAll { !it.name.endsWith('.lock') }
}

def hits = 0
[1, 4_000_000, 12_000_000, 20_000_000].each { written ->
  def build = maven.start(basedir, "killed-${written}.log", arguments)
  // Busily, since all of it takes a tenth of a second.
  while (build.alive && !files('cache/partial').any { it.length() >= written }) { }
  hits += build.alive ? 1 : 0
  build.destroyForcibly().waitFor()

  // What was published is what it is called, and no model is there in part.
  files('cache/blobs/sha256').each { assert sha256(it) == it.name }
  files('cache/models').findAll { it.name == 'model_quantized.onnx' }.each {
    assert sha256(it) == 'afdb6f1a0e45b715d0bb9b11772f032c399babd23bfc31fed1c170afc848bdb1'
  }
}
assert hits > 0

assert maven.run(basedir, arguments).contains('Fetched minilm:onnx-int8 (onnx-int8, 23.7 MB)')
assert files('cache/partial').isEmpty()
assert maven.run(basedir, ['--offline', '-Dmodels.dir=killed', 'models:verify']).contains('minilm:onnx-int8@')
