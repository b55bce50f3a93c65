def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert steps.locked() == ['acme-rank for tests', 'tiny']
assert !steps.file('target/test-classes').exists()
assert steps.file('store/cache/models/acme-rank').deleteDir()
return true
