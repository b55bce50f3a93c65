def home = evaluate(new File(sharedScripts, 'jdk-25.groovy'))()
context.get('userProperties').put('javac.of.25', new File(home, 'bin/javac').path)
return true
