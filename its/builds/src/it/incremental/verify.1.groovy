def project = evaluate(new File(basedir, 'project.groovy'))()
assert project.uses() == ['com.acme.Ranking bge-reranker-base', 'com.acme.Chat qwen3-0.6b', 'com.acme.Search tiny']
project.edit('Search') { it.replace('tiny', 'minilm') }
context.put('steps', 1)
return true
