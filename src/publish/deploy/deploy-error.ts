/** Thrown where nothing can be deployed; says what is wrong and what to do. */
export class DeployError extends Error {
  override name = 'DeployError';
}
