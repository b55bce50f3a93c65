def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert !steps.file('store/cache/models/acme-rank').exists()
return true
