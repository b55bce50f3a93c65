def home = evaluate(new File(sharedScripts, 'jdk-25.groovy'))()
if (!home) {
  println 'Skipped: no JDK 25 is named by JAVA_HOME_25 or lies beside this JDK'
}
return home != null
