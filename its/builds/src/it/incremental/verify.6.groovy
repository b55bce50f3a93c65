def project = evaluate(new File(basedir, 'project.groovy'))()
assert project.uses() == ['com.acme.Search minilm', 'com.acme.Chat qwen3-0.6b']
project.edit('Search') { it.replace('minilm', 'tiny') }
context.put('steps', 6)
return true
