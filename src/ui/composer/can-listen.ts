/** Whether this browser can write what is said. Some say it by a name with a prefix. */
export const canListen = (): boolean => 'SpeechRecognition' in globalThis || 'webkitSpeechRecognition' in globalThis
