def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert steps.locked() == ['acme-rank for tests', 'tiny']
steps.applicationNeedsIt()
return true
