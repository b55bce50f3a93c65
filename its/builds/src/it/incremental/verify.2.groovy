def project = evaluate(new File(basedir, 'project.groovy'))()
assert project.uses() == ['com.acme.Ranking bge-reranker-base', 'com.acme.Search minilm', 'com.acme.Chat qwen3-0.6b']
project.edit('Chat') { it.replaceAll(/(?m)^  @UsesModel.*\R/, '').replaceAll(/(?m)^import dev.larder.api.UsesModel;\R/, '') }
context.put('steps', 2)
return true
