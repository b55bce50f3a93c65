def log = new File(basedir, 'build.log').text
def locks = ['one', 'two', 'three', 'four'].collect { new File(basedir, it + '/models.lock').text }

assert locks.toSet().size() == 1
assert locks[0].contains('[tiny]')
assert log.count('1 declared model is in the store') == 4
// Each of the two files is fetched by one module, and which one that is may differ.
def urls = new File(basedir, 'store/models.lock').text
assert urls.count('url = "mvn:dev.larder') == 2
assert !new File(basedir, 'store/cache/partial').list()
assert new File(basedir, 'store/cache/blobs/sha256').list().length == 2
