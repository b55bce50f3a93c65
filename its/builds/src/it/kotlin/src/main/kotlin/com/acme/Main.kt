package com.acme

import com.google.inject.Guice
import dev.larder.core.Models
import dev.larder.guice.ModelsModule

fun main() {
  val injector = Guice.createInjector(ModelsModule())
  injector.getInstance(Models::class.java).use {
    println("Injected into Kotlin: " + injector.getInstance(Advice::class.java).engine)
  }
}
