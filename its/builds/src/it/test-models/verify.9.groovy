def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert steps.locked() == ['acme-rank', 'tiny']
assert steps.locked('target/classes/META-INF/larder/models.lock') == ['acme-rank', 'tiny']
steps.applicationDoesNotNeedIt()
return true
