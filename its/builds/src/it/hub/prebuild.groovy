def standIn = evaluate(new File(sharedScripts, 'stand-in-hub.groovy'))(model: 'minilm', size: 30_000_000)
standIn.lockIn(basedir)
standIn.openTo(context, basedir)
return true
