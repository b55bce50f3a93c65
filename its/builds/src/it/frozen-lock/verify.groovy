def log = new File(basedir, 'build.log').text

assert log.contains('[Models/LockOutOfDate]')
assert log.contains('"tiny" is declared, but not locked')
assert log.contains('CI=true')
assert !new File(basedir, 'models.lock').exists()
assert !new File(basedir, 'store/cache').exists()
