def log = new File(basedir, 'build.log').text

assert log =~ /NAME +TASK +DIMENSIONS +SIZE +LICENCE +ON THIS MACHINE/
assert log =~ /minilm +embedding +384 +25\.0 MB +Apache-2\.0/
assert log.contains('Store: ' + new File(basedir, 'store'))
assert log.contains('models:fetch')
assert log.contains('User property: models.frozen')
