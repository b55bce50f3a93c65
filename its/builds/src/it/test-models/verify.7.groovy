def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert steps.locked() == ['tiny']
steps.testsNeedIt()
return true
