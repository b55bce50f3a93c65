def project = evaluate(new File(basedir, 'project.groovy'))()

assert context.get('steps') == 7
assert project.uses() == ['com.acme.Search tiny']
