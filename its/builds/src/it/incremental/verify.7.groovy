def project = evaluate(new File(basedir, 'project.groovy'))()
assert project.uses() == ['com.acme.Chat qwen3-0.6b', 'com.acme.Search tiny']
project.delete('Chat')
project.edit('Search') { it + '\n' }
context.put('steps', 7)
return true
