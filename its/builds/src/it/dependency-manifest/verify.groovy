def log = new File(basedir, 'build.log').text
def lock = new File(basedir, 'application/models.lock')

assert log.split('BUILD SUCCESS', -1).length == 4
assert lock.text.contains('[tiny]')
assert new File(basedir, 'library/models.lock').text == lock.text
assert !new File(basedir, 'application/target/classes/META-INF/larder/models.json').exists()
assert log.count('Fetched tiny') == 1
