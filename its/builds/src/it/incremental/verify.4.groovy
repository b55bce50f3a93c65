def project = evaluate(new File(basedir, 'project.groovy'))()
assert project.uses() == ['com.acme.Sorting bge-reranker-base', 'com.acme.Search minilm']
project.source('Sorting').delete()
context.put('steps', 4)
return true
