def steps = evaluate(new File(basedir, 'steps.groovy'))()
assert steps.locked() == ['acme-rank for tests', 'tiny']
assert steps.locked('target/classes/META-INF/larder/models.lock') == ['tiny']
assert steps.locked('target/test-classes/META-INF/larder/models.lock') == ['acme-rank for tests', 'tiny']
assert steps.file('store/projects.json').text.contains('acme-rank:onnx@')
return true
