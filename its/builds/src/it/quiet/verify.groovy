assert new File(basedir, 'build.log').text.readLines().findAll { !it.startsWith('Running') && it.trim() } == []
assert new File(basedir, 'models.lock').exists()
