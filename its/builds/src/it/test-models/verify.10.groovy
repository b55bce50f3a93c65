def steps = evaluate(new File(basedir, 'steps.groovy'))()
// Tests may need it, and they are looked at later.
assert steps.locked() == ['acme-rank', 'tiny']
assert steps.locked('target/classes/META-INF/larder/models.lock') == ['tiny']
return true
