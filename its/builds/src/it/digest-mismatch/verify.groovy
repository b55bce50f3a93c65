def log = new File(basedir, 'build.log').text

assert log.contains('[Models/ChecksumMismatch]')
assert log.contains('0000000000000000000000000000000000000000000000000000000000000000')
assert new File(basedir, 'models.lock').text.contains('00000000')
assert !new File(basedir, 'store/cache/partial').list()
assert !new File(basedir, 'store/cache/blobs/sha256').list()
assert !new File(basedir, 'store/cache/models').list()
