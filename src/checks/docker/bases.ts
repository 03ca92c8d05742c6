const OFFICIAL =
  'alpine almalinux amazonlinux archlinux bash buildpack-deps busybox caddy centos clojure debian eclipse-temurin elixir erlang fedora gcc golang gradle haproxy haskell httpd ibmjava julia maven mariadb memcached mongo mysql nginx node openjdk oraclelinux perl php postgres pypy python r-base rabbitmq redis rockylinux ruby rust scratch swift tomcat traefik ubuntu';
const PUBLISHERS =
  'amazon apache bitnami cgr.dev/chainguard cimg circleci condaforge continuumio denoland docker gcr.io/distroless gcr.io/google-appengine gcr.io/google.com/cloudsdktool ghcr.io/astral-sh google huggingface jupyter lambci library mambaorg mcr.microsoft.com nvcr.io/nvidia nvidia oven public.ecr.aws/docker public.ecr.aws/lambda pytorch quay.io/jupyter quay.io/pypa registry.access.redhat.com rocm selenium tensorflow tiangolo';

const official = new Set(OFFICIAL.split(' '));
const publishers = PUBLISHERS.split(' ').map((name) => `${name}/`);

/** Whether an image is known to come from elsewhere and to hold nothing of the repository. An unknown one may have been built from it. */
export function isForeignImage(reference: string): boolean {
  const name = reference
    .replace(/^(?:docker\.io|index\.docker\.io|registry-1\.docker\.io)\//, '')
    .replace(/@[\s\S]*$/, '')
    .replace(/:[^:/]*$/, '');
  return official.has(name) || publishers.some((publisher) => name.startsWith(publisher));
}
