def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert steps.file('store/cache/models/acme-rank').exists()
assert steps.locked() == ['acme-rank for tests', 'tiny']
steps.testsDoNotNeedIt()
return true
