def steps = evaluate(new File(basedir, 'steps.groovy'))()
// Looking put nothing right.
assert steps.locked() == null
assert !steps.file('store/cache/models').exists()
return true
