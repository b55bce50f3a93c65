def standIn = evaluate(new File(sharedScripts, 'stand-in-hub.groovy'))(model: 'embeddinggemma:onnx-int8', size: 1_000_000)
standIn.repository.privateRepository('hf_token_of_the_build')
standIn.lockIn(basedir)
standIn.openTo(context, basedir)
return true
