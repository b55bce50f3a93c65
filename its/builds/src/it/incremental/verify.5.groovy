def project = evaluate(new File(basedir, 'project.groovy'))()
assert project.uses() == ['com.acme.Search minilm']
project.edit('Chat') { it.replace('GenerationEngine engine', '@dev.larder.api.UsesModel("qwen3-0.6b") GenerationEngine engine') }
context.put('steps', 5)
return true
