def log = new File(basedir, 'build.log').text

assert log.contains('[Models/ConflictingDeclarations] Two places do not agree about "default-embed"')
assert log =~ /it stands for minilm, in \S+search\S+classes/
assert log =~ /it stands for tiny, in \S+advice\S+classes/
assert !new File(basedir, 'application/models.lock').exists()
assert !new File(basedir, 'store/cache/models').exists()
