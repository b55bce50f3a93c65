import java.nio.file.Files

def log = new File(basedir, 'build.log').text
def lock = new File(basedir, 'models.lock')
def runs = log.split('BUILD SUCCESS', -1)

assert runs.length == 4
assert runs[0].contains('Fetched tiny (onnx-fp32')
assert runs[0].contains('Locked in ' + lock)
assert !runs[1].contains('Fetched') && !runs[1].contains('Locked')
assert !runs[2].contains('Fetched') && !runs[2].contains('Locked')
assert runs[2].contains('1 declared model is in the store')

assert lock.text.contains('[tiny]')
assert new File(basedir, 'target/classes/META-INF/larder/models.lock').text == lock.text
assert new File(basedir, 'target/classes/META-INF/larder/models.json').text.contains('com.acme.Search')

def model = Files.walk(new File(basedir, 'store/cache/models/tiny/onnx-fp32').toPath())
    .filter { it.fileName.toString() == 'model.onnx' }.findFirst().get()
def digest = java.security.MessageDigest.getInstance('SHA-256').digest(Files.readAllBytes(model))
assert lock.text.contains(digest.encodeHex().toString())
assert new File(basedir, 'store/models.lock').text.contains('downloaded = ')
assert !new File(basedir, 'store/cache/partial').list()
