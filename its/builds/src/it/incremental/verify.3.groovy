def project = evaluate(new File(basedir, 'project.groovy'))()
assert project.uses() == ['com.acme.Ranking bge-reranker-base', 'com.acme.Search minilm']
project.rename('Ranking', 'Sorting')
context.put('steps', 3)
return true
