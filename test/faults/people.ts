import { onTestFinished } from 'vitest'
import type { Scene, SceneOptions } from './scene.ts'
import { openScene } from './scene.ts'

/** A scene that ends with the test. */
export async function startScene(options: SceneOptions): Promise<Scene> {
  const scene = await openScene(options)
  onTestFinished(scene.stop)
  return scene
}
